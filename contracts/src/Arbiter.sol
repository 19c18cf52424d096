// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {SafeERC20} from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";
import {EIP712} from "@openzeppelin/contracts/utils/cryptography/EIP712.sol";
import {SignatureChecker} from "@openzeppelin/contracts/utils/cryptography/SignatureChecker.sol";
import {Governed} from "./Governed.sol";
import {IArbiter, Subject} from "./interfaces/IArbiter.sol";
import {ICuration, Status} from "./interfaces/ICuration.sol";
import {IRegistry} from "./interfaces/IRegistry.sol";
import {ISettlement} from "./interfaces/ISettlement.sol";
import {IStaking} from "./interfaces/IStaking.sol";
import {BURN} from "./libraries/Burn.sol";
import {Target} from "./libraries/Target.sol";

/// @title Arbiter
/// @notice See IArbiter.
contract Arbiter is IArbiter, Governed, EIP712 {
    using SafeERC20 for IERC20;

    bytes32 public constant VERDICT_TYPEHASH =
        keccak256("Verdict(address settlement,uint256 caseId,bool guilty,bytes32 recomputedRoot,uint16 slashBps)");
    uint256 public constant RULING_PERIOD = 5 days;
    uint256 public constant MIN_BOND = 100e18;
    uint256 public constant MAX_BOND = 10_000e18;
    uint32 private constant WHOLE = type(uint32).max; // curation's

    IERC20 public immutable token;
    IRegistry public immutable registry;
    IStaking public immutable staking;
    ICuration public immutable curation;

    uint96 public bond;
    uint256 public count;
    mapping(uint256 caseId => Case) private _cases;
    mapping(ISettlement settlement => mapping(uint256 epoch => uint256 caseId)) public caseOfEpoch;

    constructor(IERC20 token_, IRegistry registry_, IStaking staking_, ICuration curation_, address governance_)
        Governed(governance_)
        EIP712("OpenArbiter", "1")
    {
        (token, registry, staking, curation) = (token_, registry_, staking_, curation_);
        bond = uint96(_bounded("bond", 1_000e18, MIN_BOND, MAX_BOND));
    }

    /// @inheritdoc IArbiter
    function setBond(uint96 amount) external onlyGovernance {
        bond = uint96(_bounded("bond", amount, MIN_BOND, MAX_BOND));
    }

    /// @inheritdoc IArbiter
    function openEpoch(ISettlement settlement, uint256 epoch, bytes32 evidenceHash) external returns (uint256 caseId) {
        if (address(settlement) != staking.settlement() && address(settlement) != staking.stableSettlement()) {
            revert Arbiter_UnknownSettlement(settlement);
        }
        ISettlement.Epoch memory e = settlement.epochOf(epoch);
        if (e.state != ISettlement.State.Disputed) revert Arbiter_NotDisputed(epoch);
        // An epoch that stood may be disputed anew: that is another case, else the old verdict's signatures would decide it.
        uint256 before = caseOfEpoch[settlement][epoch];
        if (before != 0 && !_cases[before].closed) revert Arbiter_OpenedAlready(before);
        ISettlement.Dispute memory d = settlement.disputeOf(epoch);
        Case memory c = _case(Subject.Epoch, epoch, e.poster);
        (c.settlement, c.challenger, c.openedAt) = (settlement, d.by, d.at);
        caseId = _open(c, evidenceHash);
        caseOfEpoch[settlement][epoch] = caseId;
    }

    /// @inheritdoc IArbiter
    function openAsset(uint256 asset, bytes32 evidenceHash) external returns (uint256) {
        Case memory c = _case(Subject.Asset, asset, registry.ownerOf(asset));
        return _openBonded(c, evidenceHash);
    }

    /// @inheritdoc IArbiter
    function openContribution(uint256 contribution, uint32 item, bytes32 evidenceHash) external returns (uint256) {
        ICuration.Contribution memory what = curation.contributionOf(contribution);
        if (what.status != Status.Accepted) revert Arbiter_NotAccepted(contribution);
        if (item >= what.items && item != WHOLE) revert Arbiter_UnknownItem(contribution, item);
        Case memory c = _case(Subject.Contribution, contribution, what.contributor);
        c.item = item;
        return _openBonded(c, evidenceHash);
    }

    /// @inheritdoc IArbiter
    function rule(uint256 caseId, Verdict calldata verdict, Vote[] calldata votes) external {
        Case memory c = _openCase(caseId);
        uint256 total = staking.totalStakeAt(c.openedAt - 1);
        uint256 weight = _weigh(caseId, c, verdict, votes);
        if (weight == 0 || 3 * weight < 2 * total) revert Arbiter_TooLittleStake(weight, total);
        _close(caseId, c, verdict, weight, total);
    }

    /// @inheritdoc IArbiter
    function ruleByGovernance(uint256 caseId, Verdict calldata verdict) external onlyGovernance {
        Case memory c = _openCase(caseId);
        uint256 opensAt = c.openedAt + RULING_PERIOD;
        if (block.timestamp < opensAt) revert Arbiter_TooEarly(opensAt);
        _close(caseId, c, verdict, 0, staking.totalStakeAt(c.openedAt - 1));
    }

    /// @inheritdoc IArbiter
    function caseOf(uint256 caseId) external view returns (Case memory) {
        return _cases[caseId];
    }

    function _case(Subject subject, uint256 id, address accused) private view returns (Case memory c) {
        (c.subject, c.id, c.challenger, c.openedAt) = (subject, id, msg.sender, uint48(block.timestamp));
        // The commons are the registry's own, its contributions nobody's: half of a lost bond would be stuck there.
        c.accused = accused == address(0) || accused == address(registry) ? BURN : accused;
    }

    function _openBonded(Case memory c, bytes32 evidenceHash) private returns (uint256 caseId) {
        c.bond = bond;
        caseId = _open(c, evidenceHash);
        token.safeTransferFrom(msg.sender, address(this), c.bond);
    }

    function _open(Case memory c, bytes32 evidenceHash) private returns (uint256 caseId) {
        caseId = ++count;
        _cases[caseId] = c;
        emit Opened(caseId, c.subject, c.id, c.challenger, address(c.settlement), c.item, evidenceHash, c.bond);
    }

    function _openCase(uint256 caseId) private view returns (Case memory c) {
        c = _cases[caseId];
        if (c.openedAt == 0 || c.closed) revert Arbiter_NotOpen(caseId);
    }

    function _weigh(uint256 caseId, Case memory c, Verdict calldata v, Vote[] calldata votes)
        private
        returns (uint256 sum)
    {
        bytes32 digest = _hashTypedDataV4(
            keccak256(abi.encode(VERDICT_TYPEHASH, c.settlement, caseId, v.guilty, v.recomputedRoot, v.slashBps))
        );
        uint256 previous;
        for (uint256 i; i < votes.length; ++i) {
            uint256 validator = votes[i].validator;
            if (validator <= previous) revert Arbiter_Unordered(validator);
            previous = validator;
            // Stake that came with or after the case does not count. Only validators have any.
            uint256 weight = staking.stakeAt(Target.fromId(validator), c.openedAt - 1);
            if (weight == 0) revert Arbiter_NoStake(validator);
            address signer = registry.ownerOf(validator);
            if (signer == c.challenger || signer == c.accused) revert Arbiter_Conflicted(validator, signer);
            if (!SignatureChecker.isValidSignatureNowCalldata(signer, digest, votes[i].signature)) {
                revert Arbiter_BadSignature(validator);
            }
            sum += weight;
            emit Voted(caseId, validator, weight);
        }
    }

    function _close(uint256 caseId, Case memory c, Verdict calldata v, uint256 weight, uint256 total) private {
        if (v.slashBps != 0 && (!v.guilty || c.subject == Subject.Contribution)) revert Arbiter_BadSlash(v.slashBps);
        _cases[caseId].closed = true;
        // A proof may have rejected the epoch meanwhile: it has slashed as much as a verdict can, and the disputer has the bond back.
        bool rejected = c.subject == Subject.Epoch && c.settlement.epochOf(c.id).state != ISettlement.State.Disputed;
        emit Ruled(caseId, v.guilty, rejected ? 0 : v.slashBps, v.recomputedRoot, weight, total);
        if (rejected) return;
        if (c.subject == Subject.Epoch) return c.settlement.resolve(c.id, !v.guilty, v.slashBps);
        if (!v.guilty) {
            token.safeTransfer(c.accused, c.bond / 2);
            token.safeTransfer(BURN, c.bond - c.bond / 2);
            return;
        }
        token.safeTransfer(c.challenger, c.bond);
        if (c.subject == Subject.Asset) {
            if (v.slashBps != 0) staking.slash(Target.fromId(c.id), v.slashBps, c.challenger);
        } else if (!curation.isTakenDown(c.id, c.item)) {
            // The contributor may have withdrawn it meanwhile.
            curation.takeDown(c.id, c.item, bytes32(caseId));
        }
    }
}
