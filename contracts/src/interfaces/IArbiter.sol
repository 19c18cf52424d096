// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {ISettlement} from "./ISettlement.sol";

/// What a case is about. The order is part of the ABI: add at the end only.
enum Subject {
    Epoch,
    Asset,
    Contribution
}

/// @title Arbiter
/// @notice Cases about a disputed epoch, an asset (false lineage, a provider that signed two answers to one deterministic request) or an
/// accepted contribution (plagiarism, a licence that was not the contributor's to give). Staked validators rule by signed verdicts, weighed
/// by the stake each had before the case was opened; if they have not in 5 days, governance may.
/// @dev Validators are paid by a leaf of the epoch, not by the loser: nobody who rules gains by guilt.
interface IArbiter {
    struct Case {
        Subject subject;
        bool closed;
        uint48 openedAt; // for an epoch: when it was disputed
        address challenger;
        uint32 item; // of a contribution
        uint96 bond; // in OPEN; 0 for an epoch, whose settlement holds it
        address accused; // the owner or contributor when the case was opened; the burn address if that is nobody
        ISettlement settlement; // of an epoch
        uint256 id; // of the epoch, asset or contribution
    }

    struct Verdict {
        bool guilty;
        bytes32 recomputedRoot; // of an epoch, for the record; else 0
        uint16 slashBps; // of the stake behind the epoch's attributor or the asset; 0 unless guilty
    }

    struct Vote {
        uint256 validator; // registry id, strictly ascending
        bytes signature; // of the validator's owner over Verdict(settlement, caseId, guilty, recomputedRoot, slashBps)
    }

    event Opened(
        uint256 indexed caseId,
        Subject indexed subject,
        uint256 indexed id,
        address challenger,
        address settlement,
        uint32 item,
        bytes32 evidenceHash,
        uint256 bond
    );
    event Voted(uint256 indexed caseId, uint256 indexed validator, uint256 weight);
    /// @param slashBps As carried out: 0 for an epoch that a proof had rejected before.
    /// @param weight Of the validators that signed; 0 if governance ruled.
    /// @param total Of all validators, before the case was opened.
    event Ruled(
        uint256 indexed caseId, bool guilty, uint16 slashBps, bytes32 recomputedRoot, uint256 weight, uint256 total
    );

    error Arbiter_UnknownSettlement(ISettlement settlement);
    error Arbiter_NotDisputed(uint256 epoch);
    error Arbiter_OpenedAlready(uint256 caseId);
    error Arbiter_NotAccepted(uint256 contribution);
    error Arbiter_UnknownItem(uint256 contribution, uint32 item);
    error Arbiter_NotOpen(uint256 caseId);
    error Arbiter_Unordered(uint256 validator);
    error Arbiter_Conflicted(uint256 validator, address signer);
    error Arbiter_NoStake(uint256 validator);
    error Arbiter_BadSignature(uint256 validator);
    error Arbiter_TooLittleStake(uint256 weight, uint256 total);
    /// @dev Slashing needs guilt and a stake to slash: contributions have none.
    error Arbiter_BadSlash(uint256 slashBps);
    error Arbiter_TooEarly(uint256 opensAt);

    /// @notice Opens the case of a disputed epoch of one of the staking contract's two settlements. Anybody; the dispute's bond is the bond.
    /// Once per dispute. Accused is who posted it.
    /// @param evidenceHash keccak256 of the public evidence.
    function openEpoch(ISettlement settlement, uint256 epoch, bytes32 evidenceHash) external returns (uint256 caseId);

    /// @notice Opens a case against an asset; pulls the bond.
    function openAsset(uint256 asset, bytes32 evidenceHash) external returns (uint256 caseId);

    /// @notice Opens a case against an item that an accepted contribution has, or the whole of it (2^32 - 1); pulls the bond.
    function openContribution(uint256 contribution, uint32 item, bytes32 evidenceHash) external returns (uint256 caseId);

    /// @notice Carries out what at least two thirds of the validators' stake have signed. Neither who brought the case nor who is accused may
    /// vote. Guilty: an epoch is rejected, an asset's pool slashed, a contribution taken down; the challenger has the bond back and half of
    /// the slash. Not guilty: half of the bond goes to the accused, half is burnt. Where a proof of fraud has rejected the epoch meanwhile the
    /// verdict moves nothing: the attributor is slashed already, and the disputer has the bond back.
    function rule(uint256 caseId, Verdict calldata verdict, Vote[] calldata votes) external;

    /// @notice The same by governance, once the validators have had 5 days.
    function ruleByGovernance(uint256 caseId, Verdict calldata verdict) external;

    /// @notice Sets the bond of cases opened from now on: 100 to 10,000 OPEN. Only governance.
    function setBond(uint96 amount) external;

    function caseOf(uint256 caseId) external view returns (Case memory);

    /// @notice The newest case about an epoch; 0 if there is none.
    function caseOfEpoch(ISettlement settlement, uint256 epoch) external view returns (uint256 caseId);

    /// @notice The number of cases; also the newest id.
    function count() external view returns (uint256);
    function bond() external view returns (uint96);
}
