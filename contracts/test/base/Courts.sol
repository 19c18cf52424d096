// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IArbiter} from "../../src/interfaces/IArbiter.sol";
import {Contributions} from "./Contributions.sol";
import {Epochs} from "./Epochs.sol";
import {World} from "./World.sol";

/// A world that the arbiter judges: three validators of 100 OPEN each, ALICE challenges.
abstract contract Courts is Contributions, Epochs {
    uint96 internal constant CASE_BOND = 1_000e18;
    bytes32 internal constant EVIDENCE = keccak256("evidence");

    function setUp() public virtual override(World, Contributions) {
        Contributions.setUp();
    }

    function _judge(address arbiterAt) internal pure override returns (address) {
        return arbiterAt;
    }

    function _guilty(uint16 slashBps) internal pure returns (IArbiter.Verdict memory) {
        return IArbiter.Verdict(true, 0, slashBps);
    }

    function _notGuilty() internal pure returns (IArbiter.Verdict memory) {
        return IArbiter.Verdict(false, 0, 0);
    }

    function _verdictDigest(uint256 caseId, IArbiter.Verdict memory v) internal view returns (bytes32) {
        bytes32 typehash =
            keccak256("Verdict(address settlement,uint256 caseId,bool guilty,bytes32 recomputedRoot,uint16 slashBps)");
        bytes memory fields =
            abi.encode(typehash, arbiter.caseOf(caseId).settlement, caseId, v.guilty, v.recomputedRoot, v.slashBps);
        return _typed("OpenArbiter", address(arbiter), keccak256(fields));
    }

    /// Votes of the first `n` validators.
    function _votes(uint256 caseId, IArbiter.Verdict memory v, uint256 n)
        internal
        view
        returns (IArbiter.Vote[] memory votes)
    {
        votes = new IArbiter.Vote[](n);
        for (uint256 i; i < n; ++i) {
            votes[i] = IArbiter.Vote(validators[i], _sign(keys[i], _verdictDigest(caseId, v)));
        }
    }

    /// Two of three rule.
    function _rule(uint256 caseId, IArbiter.Verdict memory v) internal {
        arbiter.rule(caseId, v, _votes(caseId, v, 2));
    }

    function _openAsset(uint256 asset) internal returns (uint256) {
        vm.prank(ALICE);
        return arbiter.openAsset(asset, EVIDENCE);
    }

    /// A posted epoch that ALICE disputes; the case is open.
    function _openEpoch() internal returns (uint256 caseId) {
        _two(60, 40);
        uint256 epoch = _post();
        vm.prank(ALICE);
        settlement.dispute(epoch, "wrong shares");
        return arbiter.openEpoch(settlement, epoch, EVIDENCE);
    }

    function _accepted() internal returns (uint256 id) {
        id = _revealed();
        curation.finalize(id, _unanimous(id, true));
    }
}
