// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IArbiter} from "../../src/interfaces/IArbiter.sol";
import {Kind} from "../../src/interfaces/IRegistry.sol";
import {Target} from "../../src/libraries/Target.sol";
import {Courts} from "../base/Courts.sol";
import {Signatory} from "../base/Signatory.sol";

/// Who may rule. What follows is VerdictTest's.
contract ArbiterRuleTest is Courts {
    uint256 private caseId;

    function setUp() public override {
        super.setUp();
        caseId = _openAsset(datanet);
    }

    function _one(uint256 validator, uint256 key) private view returns (IArbiter.Vote[] memory votes) {
        votes = new IArbiter.Vote[](1);
        votes[0] = IArbiter.Vote(validator, _sign(key, _verdictDigest(caseId, _notGuilty())));
    }

    function _fails(bytes memory why, IArbiter.Vote[] memory votes) private {
        vm.expectRevert(why);
        arbiter.rule(caseId, _notGuilty(), votes);
    }

    function test_WhenTheCaseIsUnknownOrClosed_ItReverts() public {
        IArbiter.Vote[] memory votes = _votes(caseId, _notGuilty(), 2);
        vm.expectRevert(abi.encodeWithSelector(IArbiter.Arbiter_NotOpen.selector, 2));
        arbiter.rule(2, _notGuilty(), votes);
        arbiter.rule(caseId, _notGuilty(), votes);
        vm.assertTrue(arbiter.caseOf(caseId).closed);
        _fails(abi.encodeWithSelector(IArbiter.Arbiter_NotOpen.selector, caseId), votes);
    }

    function test_WhenValidatorsAreNotAscending_ItReverts() public {
        IArbiter.Vote[] memory votes = _votes(caseId, _notGuilty(), 2);
        votes[1] = votes[0];
        _fails(abi.encodeWithSelector(IArbiter.Arbiter_Unordered.selector, validators[0]), votes);
        votes = _votes(caseId, _notGuilty(), 2);
        (votes[0], votes[1]) = (votes[1], votes[0]);
        _fails(abi.encodeWithSelector(IArbiter.Arbiter_Unordered.selector, validators[0]), votes);
    }

    function test_WhenTheValidatorIsNumberZero_ItReverts() public {
        _fails(abi.encodeWithSelector(IArbiter.Arbiter_Unordered.selector, 0), _one(0, keys[0]));
    }

    /// Row "buying validator weight after a dispute".
    function test_Threat_BuyingWeightAfterADispute() public {
        uint256 late = _validator(0xF009, 1e23); // in the very second of the opening
        _later(1);
        _stake(BOB, validators[0], 1e23);
        _later(1);
        _fails(abi.encodeWithSelector(IArbiter.Arbiter_NoStake.selector, late), _one(late, 0xF009));
        _fails(
            abi.encodeWithSelector(IArbiter.Arbiter_TooLittleStake.selector, 100e18, 300e18),
            _votes(caseId, _notGuilty(), 1)
        );
    }

    function test_WhenTheAssetIsNoValidator_ItReverts() public {
        _fails(abi.encodeWithSelector(IArbiter.Arbiter_NoStake.selector, attributor), _one(attributor, keys[0]));
    }

    function test_WhenTheValidatorIsTheChallengersOrTheAccuseds_ItReverts() public {
        uint256 own = _register(ALICE, Kind.Validator);
        uint256 accuseds = _register(OWNER, Kind.Validator);
        _stake(BOB, own, 1e20);
        _stake(BOB, accuseds, 1e20);
        _later(1);
        caseId = _openAsset(datanet);
        _later(1);
        _fails(abi.encodeWithSelector(IArbiter.Arbiter_Conflicted.selector, own, ALICE), _one(own, ALICE_KEY));
        _fails(abi.encodeWithSelector(IArbiter.Arbiter_Conflicted.selector, accuseds, OWNER), _one(accuseds, keys[0]));
    }

    function test_WhenTheSignatureIsAnothers_ItReverts() public {
        bytes memory why = abi.encodeWithSelector(IArbiter.Arbiter_BadSignature.selector, validators[0]);
        _fails(why, _one(validators[0], keys[1]));
    }

    function test_WhenTheVerdictIsAnother_ItReverts() public {
        IArbiter.Vote[] memory votes = _votes(caseId, _guilty(100), 2);
        bytes memory why = abi.encodeWithSelector(IArbiter.Arbiter_BadSignature.selector, validators[0]);
        IArbiter.Verdict[3] memory others = [_guilty(101), _notGuilty(), IArbiter.Verdict(true, EVIDENCE, 100)];
        for (uint256 i; i < others.length; ++i) {
            vm.expectRevert(why);
            arbiter.rule(caseId, others[i], votes);
        }
        arbiter.rule(caseId, _guilty(100), votes);
    }

    /// Row "cross-chain / cross-contract replay".
    function test_Threat_ReplayOnAnotherChainOrCase() public {
        IArbiter.Vote[] memory votes = _votes(caseId, _notGuilty(), 2);
        bytes memory why = abi.encodeWithSelector(IArbiter.Arbiter_BadSignature.selector, validators[0]);
        vm.chainId(block.chainid + 1);
        _fails(why, votes);
        vm.chainId(block.chainid - 1);
        uint256 other = _openAsset(datanet);
        vm.expectRevert(why);
        arbiter.rule(other, _notGuilty(), votes);
    }

    function test_WhenNobodySigned_ItReverts() public {
        _fails(abi.encodeWithSelector(IArbiter.Arbiter_TooLittleStake.selector, 0, 300e18), new IArbiter.Vote[](0));
    }

    /// Exactly two thirds are enough, a wei less is not.
    function test_TwoThirdsOfTheStakeOfThen() public {
        uint256 third = Target.fromId(validators[2]);
        vm.prank(BOB);
        staking.stake(third, 1); // 200 of 300 and a wei
        _later(1);
        uint256 second = _openAsset(datanet);
        _later(1);
        IArbiter.Vote[] memory votes = _votes(second, _notGuilty(), 2);
        bytes memory why = abi.encodeWithSelector(IArbiter.Arbiter_TooLittleStake.selector, 200e18, 300e18 + 1);
        vm.expectRevert(why);
        arbiter.rule(second, _notGuilty(), votes);
        vm.expectEmit(address(arbiter));
        emit IArbiter.Voted(caseId, validators[0], 100e18);
        vm.expectEmit(address(arbiter));
        emit IArbiter.Voted(caseId, validators[1], 100e18);
        vm.expectEmit(address(arbiter));
        emit IArbiter.Ruled(caseId, false, 0, 0, 200e18, 300e18);
        _rule(caseId, _notGuilty());
    }

    function test_WhenNobodyWasStaked_TheValidatorsCannotRule() public {
        for (uint256 i; i < 3; ++i) {
            vm.prank(BOB);
            staking.unstake(Target.fromId(validators[i]), 100e18);
        }
        _later(1);
        caseId = _openAsset(datanet);
        _fails(abi.encodeWithSelector(IArbiter.Arbiter_TooLittleStake.selector, 0, 0), new IArbiter.Vote[](0));
    }

    function test_AContractWalletMayValidate() public {
        Signatory wallet = new Signatory(vm.addr(0xF00D));
        uint256 id = _register(address(wallet), Kind.Validator);
        _stake(BOB, id, 600e18);
        _later(1);
        caseId = _openAsset(datanet);
        arbiter.rule(caseId, _notGuilty(), _one(id, 0xF00D));
    }

    // --- governance ---

    function test_ByGovernance_WhenTheCallerIsNot_ItReverts() public {
        _later(5 days);
        _notGovernance(ALICE);
        vm.prank(ALICE);
        arbiter.ruleByGovernance(caseId, _notGuilty());
    }

    function test_ByGovernance_WhenTheValidatorsHaveTime_ItReverts() public {
        _stake(BOB, validators[0], 1e18); // in the second of the opening: not in the total of before
        uint256 opensAt = block.timestamp + 5 days;
        vm.warp(opensAt - 1);
        vm.expectRevert(abi.encodeWithSelector(IArbiter.Arbiter_TooEarly.selector, opensAt));
        vm.prank(COUNCIL);
        arbiter.ruleByGovernance(caseId, _notGuilty());
        vm.warp(opensAt);
        vm.expectEmit(address(arbiter));
        emit IArbiter.Ruled(caseId, false, 0, 0, 0, 300e18);
        vm.prank(COUNCIL);
        arbiter.ruleByGovernance(caseId, _notGuilty());
        vm.expectRevert(abi.encodeWithSelector(IArbiter.Arbiter_NotOpen.selector, caseId));
        vm.prank(COUNCIL);
        arbiter.ruleByGovernance(caseId, _notGuilty());
    }
}
